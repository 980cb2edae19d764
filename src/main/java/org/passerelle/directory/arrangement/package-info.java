/** What a room can be furnished as, and what a site can be asked to bring or do for a meeting. */
@NamedInterface("arrangement")
@NullMarked
package org.passerelle.directory.arrangement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
