/** What is wrong with a directory file: codes and places; the sentences are the languages' own. */
@NamedInterface("fault")
@NullMarked
package org.passerelle.directory.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
