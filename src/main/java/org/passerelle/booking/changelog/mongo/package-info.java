/** The change log in MongoDB: pages of changes, each numbered one higher than the last, and the tail of each booking's document. */
@NullMarked
package org.passerelle.booking.changelog.mongo;

import org.jspecify.annotations.NullMarked;
