/** Where people move a meeting out of rooms that cannot be used, signed in or by the link in a mail. */
@NullMarked
package org.passerelle.web.rescue;

import org.jspecify.annotations.NullMarked;
