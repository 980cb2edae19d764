/** The commands of {@code java -jar passerelle.jar}: without the program, its web server and its jobs. */
@NamedInterface("command")
@NullMarked
package org.passerelle.backup.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
