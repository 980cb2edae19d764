/** The page on which people add passkeys to their account, and take them from it. */
@NullMarked
package org.passerelle.web.passkey;

import org.jspecify.annotations.NullMarked;
