/** Free rooms, common meeting times and free/busy over HTTP. */
@NullMarked
package org.passerelle.api.availability;

import org.jspecify.annotations.NullMarked;
