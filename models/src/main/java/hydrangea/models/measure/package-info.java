/** What is measured of a fitted actor: numbers and pictures, on samples of their own seeds. */
@NullMarked
package hydrangea.models.measure;

import org.jspecify.annotations.NullMarked;
