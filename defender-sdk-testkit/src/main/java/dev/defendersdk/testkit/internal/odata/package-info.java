/** Rows, filters and pages as the service's OData has them. */
@NullMarked
package dev.defendersdk.testkit.internal.odata;

import org.jspecify.annotations.NullMarked;
