package org.siprecservlet.container;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A metadata document as a test reads it: by paths, in which names stand without prefix. */
final class Metadata {

    private final Document document;

    Metadata(byte[] bytes) {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("no XML", e);
        }
    }

    static Metadata of(RecordedSession session) {
        return new Metadata(session.metadata());
    }

    /** The labels of the SDP that came with it. */
    static Set<String> labels(RecordedSession session) {
        return session.offer().media().stream()
                .flatMap(line -> line.label().stream())
                .collect(Collectors.toSet());
    }

    /** The text of the one node at a path. */
    String text(String path) {
        List<String> found = texts(path);
        if (found.size() != 1) {
            throw new AssertionError(path + " is there " + found.size() + " times");
        }
        return found.get(0);
    }

    /** The texts of all nodes at a path, in the order of the document. */
    List<String> texts(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }
}
