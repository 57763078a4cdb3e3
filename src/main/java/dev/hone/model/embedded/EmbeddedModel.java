package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A model file with a chat template that runs in this process, by llama.cpp.
///
/// The same request gets the same reply from the same file, number of threads and kind of
/// processor, whatever was asked before. Where the number of threads is not set, fewer are used
/// while other programs keep the processors busy, which may change a reply where two tokens are all
/// but equally likely. Closing waits for a reply that is under way; afterwards every request is an
/// `IllegalStateException`, and so is one made from inside `onText`.
public final class EmbeddedModel implements LanguageModel {
  private static final int USUAL_CONTEXT_TOKENS = 8192;

  private final ChatTemplate template;
  private final Generator generator;
  private final Session session;
  private final ModelCard card;
  private final Turns turns;

  private EmbeddedModel(
      ChatTemplate template, Session session, Generator generator, ModelCard card) {
    this.template = template;
    this.session = session;
    this.generator = generator;
    this.card = card;
    this.turns = new Turns(card.name());
  }

  /// {@return a model, loaded and ready} It must be closed to free its memory.
  ///
  /// @param engineFolder the folder with llama.cpp's shared libraries
  /// @param gguf the model file
  /// @param options how to open it
  /// @throws ModelException if the libraries are not those this binding knows, the file is no whole
  ///   GGUF file or its chat template is not understood, or there is too little memory
  public static LanguageModel open(Path engineFolder, Path gguf, EmbeddedOptions options) {
    Gguf header = GgufReader.read(gguf);
    int contextTokens = contextTokens(header, options);
    MemoryNeed.availableBytes()
        .ifPresent(free -> MemoryNeed.of(header, contextTokens).check(gguf, free));
    Llama llama = Llama.load(engineFolder, options.verbose());
    ChatTemplate template = ChatTemplate.of(header, new EngineTemplates(llama));
    int threads =
        options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
    Session session = Session.open(llama, gguf, contextTokens, threads);
    ThreadTuner tuner = options.threads() > 0 ? ThreadTuner.off() : new ThreadTuner(threads);
    return new EmbeddedModel(
        template,
        session,
        new Generator(llama, session, tuner, ChatTemplate.thinks(header), options.drafts()),
        card(header, llama, session));
  }

  private static int contextTokens(Gguf header, EmbeddedOptions options) {
    long limit = header.contextTokens() > 0 ? header.contextTokens() : Integer.MAX_VALUE;
    if (options.contextTokens() > limit) {
      throw new ModelException(
          ErrorType.USER,
          "a context of "
              + options.contextTokens()
              + " tokens was asked for, and the model has "
              + limit
              + " at most; ask for that or less");
    }
    return options.contextTokens() > 0 ? options.contextTokens() : usualContextTokens(header);
  }

  /// {@return the context that a model is opened with where nothing else is asked for, in tokens}
  static int usualContextTokens(Gguf header) {
    long limit = header.contextTokens() > 0 ? header.contextTokens() : Integer.MAX_VALUE;
    return (int) Math.min(USUAL_CONTEXT_TOKENS, limit);
  }

  private static ModelCard card(Gguf header, Llama llama, Session session) {
    String name = String.valueOf(header.file().getFileName()).replaceAll("(?i)\\.gguf$", "");
    return new ModelCard(
        name,
        header.parameters() / 1e9,
        session.contextTokens(),
        Fingerprint.of(header),
        llama.versionName());
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    return turns.reply(start -> answer(request, onText, start));
  }

  /// {@inheritDoc}
  ///
  /// The tokens are counted unless another thread has the model.
  @Override
  public Forecast forecast(Request request) {
    return turns.forecast(() -> tokens(request).length);
  }

  private int[] tokens(Request request) {
    return session.vocabulary().tokens(template.render(request.messages()));
  }

  private Reply answer(Request request, Consumer<String> onText, long start) {
    int[] prompt = tokens(request);
    if (prompt.length >= card.contextTokens()) {
      throw new PromptTooLongException(
          "the prompt has "
              + prompt.length
              + " tokens, and prompt and reply together may have "
              + card.contextTokens()
              + "; shorten the requirement, or use a model with a longer context");
    }
    return generator.reply(prompt, request, onText, start);
  }

  @Override
  public void close() {
    turns.close(session::close);
  }
}
