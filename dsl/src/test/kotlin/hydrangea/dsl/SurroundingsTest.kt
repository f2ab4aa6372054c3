package hydrangea.dsl

import hydrangea.dsl.script.DEFAULT_IMPORTS
import hydrangea.envs.EnvSpec
import hydrangea.models.Matrix
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import java.lang.reflect.Modifier
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension

/** The public classes of [folder], which is the package of that name in the folder or jar that [other] comes from. */
private fun classes(folder: String, other: Class<*>): List<Class<*>> {
    val home = Path.of(other.protectionDomain.codeSource.location.toURI())
    if (home.isDirectory()) return classes(folder, home.resolve(folder.replace('.', '/')))
    return FileSystems.newFileSystem(home).use { classes(folder, it.getPath(folder.replace('.', '/'))) }
}

private fun classes(name: String, folder: Path): List<Class<*>> =
    if (!Files.isDirectory(folder)) emptyList()
    else
        folder
            .listDirectoryEntries()
            .filter { it.extension == "class" && '-' !in it.nameWithoutExtension }
            .map { Class.forName("$name.${it.nameWithoutExtension}") }
            .filter { it.enclosingClass == null && Modifier.isPublic(it.modifiers) }

class SurroundingsTest :
    FunSpec({
        test("a name that a script sees without an import line is that of one class") {
            val packages = DEFAULT_IMPORTS.filter { it.endsWith(".*") }.map { it.removeSuffix(".*") }
            val homes = listOf(EnvSpec::class.java, Matrix::class.java, TypeOf::class.java)
            val seen = packages.flatMap { name -> homes.flatMap { classes(name, it) } }
            seen.map { it.simpleName } shouldContainAll listOf("Box", "Matrix", "Learn", "Parameter")
            seen.groupBy { it.simpleName }.filterValues { it.size > 1 } shouldBe emptyMap()
        }
    })
