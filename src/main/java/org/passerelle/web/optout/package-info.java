/** The page that the opt-out link in a mail opens. */
@NullMarked
package org.passerelle.web.optout;

import org.jspecify.annotations.NullMarked;
