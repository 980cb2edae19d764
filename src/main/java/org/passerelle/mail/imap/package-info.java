/** The second way in for mail: a mailbox at another server, which is emptied as mail arrives there. */
@NullMarked
package org.passerelle.mail.imap;

import org.jspecify.annotations.NullMarked;
