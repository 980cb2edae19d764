package org.passerelle.conference.bigbluebutton;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.passerelle.conference.ProviderFailed;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What BigBlueButton answers: XML with flat fields, as far as they concern us. */
record BigBlueButtonAnswer(Document document) {

    /** @throws ProviderFailed if it is no XML */
    static BigBlueButtonAnswer read(String body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute("jdk.xml.maxElementDepth", "20"); // reading the text of an element goes down all of it
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new BigBlueButtonAnswer(builder.parse(new InputSource(new StringReader(body))));
        } catch (SAXException | IOException e) {
            throw new ProviderFailed("bigbluebutton", "its answer makes no sense", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform reads XML safely", e);
        }
    }

    boolean isSuccess() {
        return field("returncode").equals("SUCCESS");
    }

    /** Its stable word for what happened, such as {@code notFound}; empty if all is well. */
    String messageKey() {
        return field("messageKey");
    }

    /** The first field of that name; an empty text if there is none. */
    String field(String name) {
        NodeList found = document.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
    }
}
