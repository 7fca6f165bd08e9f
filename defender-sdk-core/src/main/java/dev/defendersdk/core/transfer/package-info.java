/**
 * Files that come and go beside the service's JSON: downloads from links that are signed, and the
 * content of uploads. Preview: names may still change.
 */
@NullMarked
package dev.defendersdk.core.transfer;

import org.jspecify.annotations.NullMarked;
