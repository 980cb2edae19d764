/** The form that the embedded store had before its log: pages of maps in one file (H2's MVStore). Only to be read. */
@NullMarked
package org.passerelle.platform.mongo.pagestore;

import org.jspecify.annotations.NullMarked;
