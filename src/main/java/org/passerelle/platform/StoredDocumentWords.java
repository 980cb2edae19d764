package org.passerelle.platform;

import java.util.List;
import org.bson.Document;

/**
 * Says in words what a stored document is about, for whoever has to find out what a lost one was. Named in {@code
 * META-INF/spring.factories}, for it is asked before there is anything else.
 */
public interface StoredDocumentWords {

    /** The collection whose documents it knows. */
    String collection();

    /** A line for each thing in the document, in English; what is not as expected is left out. */
    List<String> of(Document image);
}
