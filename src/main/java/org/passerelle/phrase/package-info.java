/**
 * What somebody wishes who writes it in plain words, French or English: when, how often, for how many, where, with what. Pure:
 * the line, the names of the network and the present moment are given.
 */
@NullMarked
@ApplicationModule(
        displayName = "Phrase",
        allowedDependencies = {"platform :: text", "time", "directory"})
package org.passerelle.phrase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
