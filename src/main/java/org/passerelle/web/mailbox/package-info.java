/** The mails of the demo, which go nowhere else. */
@NullMarked
package org.passerelle.web.mailbox;

import org.jspecify.annotations.NullMarked;
