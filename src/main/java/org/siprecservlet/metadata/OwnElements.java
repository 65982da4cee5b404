package org.siprecservlet.metadata;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/** Shows the elements of RFC 7865 only. Jackson looks at local names, so a foreign element could pass for one. */
final class OwnElements extends StreamReader2Delegate {

    OwnElements(XMLStreamReader2 reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        while (event == XMLStreamConstants.START_ELEMENT && isForeign()) {
            skipElement();
            event = super.next();
        }
        return event;
    }

    private boolean isForeign() {
        return !RecordingMetadata.NAMESPACE.equals(getNamespaceURI());
    }
}
