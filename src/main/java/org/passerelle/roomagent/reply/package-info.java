/** What rooms answer: REPLYs (RFC 5546 section 3.2.3) and words. */
@NullMarked
package org.passerelle.roomagent.reply;

import org.jspecify.annotations.NullMarked;
