package org.passerelle.directory;

/** A town, public body or firm that runs sites. */
public record Operator(OperatorId id, String name) {}
