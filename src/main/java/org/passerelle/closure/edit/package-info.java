/** What managers and administrators change of the directory, part by part: who may, over which version, and what it hits. */
@NamedInterface("edit")
@NullMarked
package org.passerelle.closure.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
