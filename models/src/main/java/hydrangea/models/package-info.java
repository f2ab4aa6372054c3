/** Models. */
@NullMarked
package hydrangea.models;

import org.jspecify.annotations.NullMarked;
