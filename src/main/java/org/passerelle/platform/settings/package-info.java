/** What an installation may set: which settings there are, and what is wrong with those that were given. */
@NullMarked
@NamedInterface("settings")
package org.passerelle.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
