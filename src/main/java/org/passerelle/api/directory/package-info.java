/** The directory, its sites, rooms and devices over HTTP. */
@NullMarked
package org.passerelle.api.directory;

import org.jspecify.annotations.NullMarked;
