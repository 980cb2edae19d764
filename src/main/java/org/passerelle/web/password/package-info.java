/** How somebody changes their password. */
@NullMarked
package org.passerelle.web.password;

import org.jspecify.annotations.NullMarked;
