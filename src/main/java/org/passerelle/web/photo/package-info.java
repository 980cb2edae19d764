/** Photos of rooms, to be seen by whoever signs in and set by whoever runs their site. */
@NullMarked
package org.passerelle.web.photo;

import org.jspecify.annotations.NullMarked;
