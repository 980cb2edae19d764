/** Keeps the photos of rooms in MongoDB, where a backup finds them. */
@NullMarked
package org.passerelle.photo.mongo;

import org.jspecify.annotations.NullMarked;
