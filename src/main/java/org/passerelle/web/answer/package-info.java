/** Where people without an account answer an invitation. */
@NullMarked
package org.passerelle.web.answer;

import org.jspecify.annotations.NullMarked;
