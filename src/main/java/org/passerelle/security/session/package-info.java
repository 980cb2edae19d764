/** What a browser is remembered by: nothing before somebody signs in, and a bounded number of sessions afterwards. */
@NullMarked
@NamedInterface("session")
package org.passerelle.security.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
