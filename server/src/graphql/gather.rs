//! Runs a request's loaders in the request's own task, so that a batch goes out when every
//! field that can ask has asked.
//!
//! On another thread a loader would begin while half of a page is still asking: how many
//! statements a list costs would hang on how busy the machine is.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;

/// Batches that were begun by fields of the request that runs in this task.
type Begun = Arc<Mutex<Vec<BoxFuture<'static, ()>>>>;

tokio::task_local! {
    static BEGUN: Begun;
}

/// Begins a batch: in the request's task, or in one of its own where no request is run by
/// [`together`].
pub(super) fn begin(batch: BoxFuture<'static, ()>) {
    let mut batch = Some(batch);
    // Outside of a request there is no such local; the batch stays here then.
    let _ = BEGUN.try_with(|begun| push(begun, batch.take()));
    if let Some(alone) = batch {
        tokio::spawn(alone);
    }
}

fn push(begun: &Begun, batch: Option<BoxFuture<'static, ()>>) {
    let mut begun = begun.lock().unwrap_or_else(PoisonError::into_inner);
    begun.extend(batch);
}

/// Passes a waking on, and remembers it: a request that was woken while it was asked has
/// more to say at once (a long list takes its turns a few rows at a time).
struct Woken {
    yes: AtomicBool,
    outer: Waker,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.yes.store(true, Ordering::Release);
        self.outer.wake_by_ref();
    }
}

/// Runs `request`, and each time that it cannot go on, the batches it has begun. They run in
/// rounds: what the fields of one round ask for next waits for the whole of it, so that those
/// who ask for the same kind at the same depth ask together.
pub(super) async fn together<T>(request: impl Future<Output = T>) -> T {
    let begun = Begun::default();
    let mut request = pin!(BEGUN.scope(Arc::clone(&begun), request));
    let mut batches = FuturesUnordered::new();
    poll_fn(move |context| {
        loop {
            let woken = Arc::new(Woken {
                yes: AtomicBool::new(false),
                outer: context.waker().clone(),
            });
            let waker = Waker::from(Arc::clone(&woken));
            if let Poll::Ready(answer) = request.as_mut().poll(&mut Context::from_waker(&waker)) {
                return Poll::Ready(answer);
            }
            if woken.yes.load(Ordering::Acquire) {
                continue;
            }
            if batches.is_empty() {
                let mut begun = begun.lock().unwrap_or_else(PoisonError::into_inner);
                batches.extend(std::mem::take(&mut *begun));
            }
            let mut answered = false;
            while let Poll::Ready(Some(())) = batches.poll_next_unpin(context) {
                answered = true;
            }
            if !answered {
                return Poll::Pending;
            }
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    use async_graphql::dataloader::{DataLoader, Loader, NoCache};
    use futures::future::join_all;

    use super::*;

    struct Doubles(Arc<AtomicUsize>);

    impl Loader<u32> for Doubles {
        type Value = u32;
        type Error = ();

        async fn load(&self, keys: &[u32]) -> Result<HashMap<u32, u32>, ()> {
            self.0.fetch_add(1, Ordering::SeqCst);
            tokio::task::yield_now().await;
            Ok(keys.iter().map(|key| (*key, key * 2)).collect())
        }
    }

    /// However long the fields take to ask, a page is one batch.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_slow_page_is_one_batch() {
        let batches = Arc::new(AtomicUsize::new(0));
        let doubles = Doubles(Arc::clone(&batches));
        let loader = DataLoader::with_cache(doubles, begin, NoCache).delay(Duration::ZERO);
        let field = async |key: u32| {
            let busy = std::time::Instant::now();
            while busy.elapsed() < Duration::from_micros(300) {
                std::hint::spin_loop();
            }
            loader.load_one(key).await
        };
        let page = together(join_all((0..25).map(field))).await;
        assert_eq!(page.last(), Some(&Ok(Some(48))));
        assert_eq!(batches.load(Ordering::SeqCst), 1);
    }

    /// A page so long that it is asked in turns is one batch all the same.
    #[tokio::test]
    async fn a_long_page_is_one_batch() {
        let batches = Arc::new(AtomicUsize::new(0));
        let loader = DataLoader::with_cache(Doubles(Arc::clone(&batches)), begin, NoCache)
            .delay(Duration::ZERO);
        let page = together(join_all((0..300).map(|key| loader.load_one(key)))).await;
        assert_eq!(page.last(), Some(&Ok(Some(598))));
        assert_eq!(batches.load(Ordering::SeqCst), 1);
    }

    /// Where nobody runs the request's batches, they run by themselves.
    #[tokio::test]
    async fn a_batch_alone_is_answered_too() {
        let doubles = Doubles(Arc::default());
        let loader = DataLoader::with_cache(doubles, begin, NoCache).delay(Duration::ZERO);
        assert_eq!(loader.load_one(4).await, Ok(Some(8)));
    }
}
