/** Where people without an account book what a room proposed to them in the place of what it declined. */
@NullMarked
package org.passerelle.web.offers;

import org.jspecify.annotations.NullMarked;
