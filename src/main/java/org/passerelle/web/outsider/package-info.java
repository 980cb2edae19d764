/** Pages for people without an account: what they may ask for at a site, and what became of it. */
@NullMarked
package org.passerelle.web.outsider;

import org.jspecify.annotations.NullMarked;
