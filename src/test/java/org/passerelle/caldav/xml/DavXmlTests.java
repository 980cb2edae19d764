package org.passerelle.caldav.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DavXmlTests {

    private static XmlNode read(String text) {
        return DavXmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNamesAttributesAndTextWithoutCommentsOrTheirMarks() {
        XmlNode node = read("<D:a xmlns:D='DAV:' n='1'>x<!-- y --><![CDATA[&z]]><b/></D:a>");

        assertThat(node.name()).isEqualTo(XmlName.dav("a"));
        assertThat(node.attribute("n")).contains("1");
        assertThat(node.text()).isEqualTo("x&z");
        assertThat(node.names()).containsExactly(new XmlName("", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a>",
                "<a/><b/>",
                "<x:a/>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'e'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>"
            })
    void refusesWhatIsNoXmlOrHasADocumentType(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableXml.class);
    }

    @Test
    void readsNoDeeperAndNoMoreThanSoMuch() {
        int most = DavXmlReader.DEEPEST;

        assertThat(read("<a>".repeat(most) + "</a>".repeat(most)).children()).hasSize(1);
        assertThatThrownBy(() -> read("<a>".repeat(most + 1) + "</a>".repeat(most + 1)))
                .isInstanceOf(UnreadableXml.class);
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(DavXmlReader.MOST_ELEMENTS) + "</a>"))
                .isInstanceOf(UnreadableXml.class);
    }

    @Test
    void writesAnyTextSoThatItIsReadBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = "<&>\"' ]]> é😀\t.";

        new DavXmlWriter(out)
                .root(XmlName.dav("multistatus"))
                .leaf(new XmlName("urn:x", "a"), text + "\0\013\uFFFF")
                .empty(new XmlName("", "none"))
                .end()
                .close();

        XmlNode node = DavXmlReader.read(out.toByteArray());
        assertThat(node.textOf(new XmlName("urn:x", "a"))).isEqualTo(text);
        assertThat(node.first(new XmlName("", "none"))).isPresent();
    }
}
