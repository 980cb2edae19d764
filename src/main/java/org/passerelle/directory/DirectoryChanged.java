package org.passerelle.directory;

/** A new directory is in force on this node. Published after {@link Directories#current()} answers with it. */
public record DirectoryChanged(long version) {}
