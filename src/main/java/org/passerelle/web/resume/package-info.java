/** Goes on with what was under way when a session ended. */
@NullMarked
package org.passerelle.web.resume;

import org.jspecify.annotations.NullMarked;
