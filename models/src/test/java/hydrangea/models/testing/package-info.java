/** What the tests share: golden files and finite differences. */
@NullMarked
package hydrangea.models.testing;

import org.jspecify.annotations.NullMarked;
