/** The first page: what is next, what waits for somebody, and a room by one press. */
@NullMarked
package org.passerelle.web.today;

import org.jspecify.annotations.NullMarked;
