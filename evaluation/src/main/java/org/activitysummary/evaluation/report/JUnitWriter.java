package org.activitysummary.evaluation.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented elements of {@code junit.xml}; whatever the text, the file can be read. */
final class JUnitWriter {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  JUnitWriter() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  void start(String element) {
    writing(
        () -> {
          indent();
          xml.writeStartElement(element);
        });
    depth++;
  }

  void attribute(String name, String value) {
    writing(() -> xml.writeAttribute(name, XmlText.carried(value).replaceAll("\\s+", " ")));
  }

  /** Ends the element that was started last, on a line of its own. */
  void end() {
    depth--;
    writing(
        () -> {
          indent();
          xml.writeEndElement();
        });
  }

  /** Writes a text and ends the element that was started last. */
  void end(String content) {
    depth--;
    writing(
        () -> {
          xml.writeCharacters(XmlText.carried(content));
          xml.writeEndElement();
        });
  }

  /** Returns the document, all of whose elements have ended. */
  String document() {
    writing(
        () -> {
          xml.writeEndDocument();
          xml.close();
        });
    return text + "\n";
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void writing(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("A report that cannot be XML: " + e.getMessage(), e);
  }
}
