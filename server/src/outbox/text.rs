//! What a message says: that there is an update, and where to sign in (rule 122).
//!
//! The templates' context holds a link and nothing else, so that no template can be
//! given a name, a number or a word of anybody's: there is no place to put it.

use std::sync::LazyLock;

use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};

/// The language that the recipient reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language that there are templates for.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The language of a user's `locale` column; English when it is none of ours.
    pub fn of(locale: &str) -> Self {
        if locale == "es" { Self::Es } else { Self::En }
    }
}

/// A message's words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The subject, always the same.
    pub subject: &'static str,
    /// The plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// All that a template can say.
struct Context<'a> {
    link: &'a str,
}

impl From<Context<'_>> for Value {
    fn from(context: Context<'_>) -> Self {
        Self::from_pairs([("link", context.link)])
    }
}

static TEMPLATES: LazyLock<Result<Environment<'static>, Error>> = LazyLock::new(|| {
    let mut all = Environment::new();
    all.set_undefined_behavior(UndefinedBehavior::Strict);
    all.set_auto_escape_callback(|name| {
        if name.ends_with(".html") {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    all.add_template("en.txt", include_str!("templates/update.en.txt"))?;
    all.add_template("en.html", include_str!("templates/update.en.html"))?;
    all.add_template("es.txt", include_str!("templates/update.es.txt"))?;
    all.add_template("es.html", include_str!("templates/update.es.html"))?;
    all.add_template("question.txt", include_str!("templates/question.txt"))?;
    all.add_template("question.html", include_str!("templates/question.html"))?;
    Ok(all)
});

/// The words of a message that leads to `link`.
pub fn words(language: Language, link: &str) -> Result<Words, Error> {
    let (subject, text, html) = match language {
        Language::En => ("You have an update", "en.txt", "en.html"),
        Language::Es => ("Tiene una novedad", "es.txt", "es.html"),
    };
    Ok(Words {
        subject,
        text: render(text, link)?,
        html: render(html, link)?,
    })
}

/// The words of a question that leads to `link`, in both languages: nobody knows which of them
/// is read there.
pub fn question(link: &str) -> Result<Words, Error> {
    Ok(Words {
        subject: "You have an update",
        text: render("question.txt", link)?,
        html: render("question.html", link)?,
    })
}

fn render(name: &str, link: &str) -> Result<String, Error> {
    match &*TEMPLATES {
        Ok(templates) => templates.get_template(name)?.render(Context { link }),
        // The error of a lazy value is lent, never given.
        Err(why) => Err(Error::new(why.kind(), "a mail template does not parse")),
    }
}
