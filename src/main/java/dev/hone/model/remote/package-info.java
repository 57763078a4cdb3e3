/// Models of providers: OpenAI and what speaks like it, Anthropic, Gemini, Ollama. Hone's own
/// connection below LangChain4j, and its own patience around it. Nothing here is loaded before such
/// a model is asked for.
@NullMarked
package dev.hone.model.remote;

import org.jspecify.annotations.NullMarked;
