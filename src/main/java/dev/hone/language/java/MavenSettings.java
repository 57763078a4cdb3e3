package dev.hone.language.java;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.RegistryHosts;
import dev.hone.language.runner.UsualRegistries;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Maven's settings as a sandbox may have them: mirrors and repositories, without passwords,
/// proxies, properties, comments and the folder of this machine's own repository.
///
/// @param user the user's settings, with a proxy whose port is {@link #PORT}
/// @param global the installation's settings
/// @param hosts what may be reached, each as `host:port`
/// @param folders repositories on this machine
record MavenSettings(String user, String global, Set<String> hosts, List<Path> folders) {
  /// Stands for the port of the proxy.
  static final String PORT = "HONE_PROXY_PORT";

  private static final String CLIENT = "mvn";
  private static final String NONE = "<settings/>";
  private static final List<String> LEFT_OUT =
      List.of("servers", "proxies", "localRepository", "properties");
  private static final List<String> ADDRESSED = List.of("mirror", "repository", "pluginRepository");
  private static final String PROXY =
      "<proxy><id>%1$s</id><active>true</active><protocol>%1$s</protocol>"
          + "<host>127.0.0.1</host><port>%2$s</port></proxy>";

  /// Returns the settings of this user and of an installation.
  static MavenSettings ofUser(Path home) {
    String folder = System.getProperty("user.home", "/");
    return of(
        text(Path.of(folder, ".m2", "settings.xml")), text(home.resolve("conf/settings.xml")));
  }

  /// Returns what two texts say.
  static MavenSettings of(String user, String global) {
    Document own = parsed(user);
    Document installed = parsed(global);
    Set<String> hosts = new TreeSet<>();
    List<Path> folders = new ArrayList<>();
    boolean mirroredByUser = read(own, hosts, folders);
    boolean mirroredByAll = read(installed, hosts, folders);
    if (!mirroredByUser && !mirroredByAll) {
      hosts.addAll(UsualRegistries.of(CLIENT));
    }
    addProxies(own);
    return new MavenSettings(written(own), written(installed), hosts, folders);
  }

  private static void addProxies(Document settings) {
    String namespace = settings.getDocumentElement().getNamespaceURI();
    String declared = namespace == null ? "" : " xmlns=\"" + namespace + "\"";
    String proxies = PROXY.formatted("http", PORT) + PROXY.formatted("https", PORT);
    Element added =
        parsed("<proxies%s>%s</proxies>".formatted(declared, proxies)).getDocumentElement();
    settings.getDocumentElement().appendChild(settings.importNode(added, true));
  }

  /// Takes out what stays here, notes what is reached, and tells whether a mirror stands in for the
  /// central repository.
  private static boolean read(Document settings, Set<String> hosts, List<Path> folders) {
    LEFT_OUT.forEach(
        name -> elements(settings.getDocumentElement(), name).forEach(MavenSettings::remove));
    boolean mirrored = false;
    for (String kind : ADDRESSED) {
      for (Element one : elements(settings.getDocumentElement(), kind)) {
        String address = value(one, "url");
        // Maven comes with a mirror that only blocks.
        if (value(one, "blocked").equals("true") || address.isEmpty()) {
          continue;
        }
        if (address.startsWith("file:")) {
          folders.add(Path.of(address.replaceFirst("^file:/+", "/")));
        } else {
          hosts.add(RegistryHosts.of(CLIENT, address));
        }
        mirrored |= kind.equals("mirror") && isOfCentral(value(one, "mirrorOf"));
      }
    }
    return mirrored;
  }

  private static boolean isOfCentral(String mirrorOf) {
    List<String> of = List.of(mirrorOf.split("[,\\s]+", -1));
    return !of.contains("!central")
        && (of.contains("*") || of.contains("central") || of.contains("external:*"));
  }

  private static List<Element> elements(Element below, String name) {
    NodeList all = below.getElementsByTagNameNS("*", name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static void remove(Element one) {
    one.getParentNode().removeChild(one);
  }

  private static String value(Element one, String name) {
    return elements(one, name).stream()
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : NONE;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Document parsed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setIgnoringComments(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Its own handler prints what is thrown anyway.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw unreadable(e);
    }
  }

  private static String written(Document settings) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(settings), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("a document that was read cannot be written", e);
    }
  }

  private static ToolchainException unreadable(Exception e) {
    return new ToolchainException(
        ErrorType.EXTERNAL,
        "the settings of Maven cannot be read (%s); mend ~/.m2/settings.xml, or leave --with out"
            .formatted(e.getMessage()),
        e);
  }
}
