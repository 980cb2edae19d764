/** Where people say without an account that they have come. */
@NullMarked
package org.passerelle.web.arrival;

import org.jspecify.annotations.NullMarked;
