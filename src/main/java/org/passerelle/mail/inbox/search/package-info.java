/** Kept mail as text in which something can be looked for. */
@NullMarked
package org.passerelle.mail.inbox.search;

import org.jspecify.annotations.NullMarked;
