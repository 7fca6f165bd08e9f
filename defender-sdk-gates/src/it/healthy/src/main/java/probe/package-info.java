/** A package. */
@NullMarked
package probe;

import org.jspecify.annotations.NullMarked;
