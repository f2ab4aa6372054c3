package hydrangea.runner

fun main() = Unit
