/** Looks whether what is stored is as it must be: the rules of all modules, and what lies about without what it belongs to. */
@NullMarked
package org.passerelle.backup.check;

import org.jspecify.annotations.NullMarked;
